import { type Dispatch, type SetStateAction, useCallback, useMemo, useRef, useState } from 'react'
import type { KeyChoice } from '#domain/function-key.ts'
import { answerOf, api } from '../../../api.ts'
import { ApiError } from '../../../api-error.ts'
import { deviceKeysQuery } from '../../../queries.ts'
import { queryClient, refreshAll } from '../../../query-client.ts'
import type { DeviceKeys } from '../../../types.ts'
import { useAction } from '../../../use-action.ts'
import {
  bodyOf,
  type Draft,
  draftOf,
  isChanged,
  isChangedAt,
  isSameReading,
  type KeyPlace,
  type KeyValue,
  keyAt,
  onTopOf,
  partsOf,
  placeName,
  withField,
  withModule,
  withoutChange,
  withoutModule,
  withType,
} from './key-draft.ts'

/** Changes that are not saved, and the reading that they were made on. */
interface Edit {
  base: DeviceKeys
  draft: Draft
}

type Refusals = ReadonlyMap<string, string>
const noRefusals: Refusals = new Map()

export type KeyEditor = ReturnType<typeof useKeyEditor>

/**
 * All that is known of the keys of one device while they are edited: rows, a drawing or whatever else shows them read and change them here. `keys` is
 * what the server last told; a reading that arrives during an edit does not touch it.
 */
export function useKeyEditor(deviceId: string, keys: DeviceKeys) {
  const [edit, setEdit] = useState<Edit | null>(null)
  const [refusals, setRefusals] = useState(noRefusals)
  const view = useKeyView()
  const base = edit?.base ?? keys
  const saved = useMemo(() => draftOf(base), [base])
  const draft = edit?.draft ?? saved
  const elsewhere = edit !== null && !isSameReading(edit.base, keys)
  const save = useSaveKeys(deviceId, setRefusals, (now, draft) =>
    // What was changed while it was on its way is not saved yet.
    setEdit((before) => (before && before.draft !== draft ? { base: now, draft: before.draft } : null)),
  )

  const discard = useCallback(() => {
    setEdit(null)
    setRefusals(noRefusals)
  }, [])

  return {
    ...view,
    ...useKeyChanges(keys, setEdit, setRefusals),
    base,
    modules: draft.modules,
    parts: useMemo(() => partsOf(base, draft), [base, draft]),
    dirty: edit !== null,
    keyAt: (place: KeyPlace) => keyAt(saved, draft, place),
    isChangedAt: (place: KeyPlace) => isChangedAt(saved, draft, place),
    /** Sentences at the fields, by `<module>.<slot>.<field>` and `modules.<index>`. */
    refusals,
    discard,
    saving: save.isPending,
    justSaved: save.isSuccess && edit === null,
    save: () => {
      const version = elsewhere ? base.version : keys.version
      if (edit) save.mutate({ ...bodyOf(version, saved, edit.draft), draft: edit.draft })
    },
    /** Somebody else saved other keys meanwhile; `keepMine` puts the own changes on top of theirs. */
    elsewhere,
    keepMine: () => edit && setEdit({ base: keys, draft: onTopOf(draftOf(keys), saved, edit.draft) }),
  }
}

type Setter<T> = Dispatch<SetStateAction<T>>
type Change = (saved: Draft, draft: Draft, base: DeviceKeys) => Draft

/** All that can be done to the draft. The functions stay the same, so that a row is drawn again only when its own key changes. */
function useKeyChanges(keys: DeviceKeys, setEdit: Setter<Edit | null>, setRefusals: Setter<Refusals>) {
  return useMemo(() => {
    const edit = (change: Change): void =>
      setEdit((before) => {
        const base = before?.base ?? keys
        const saved = draftOf(base)
        const draft = change(saved, before?.draft ?? saved, base)
        return isChanged(saved, draft) ? { base, draft } : null
      })
    const editKey = (place: KeyPlace, change: Change): void => {
      setRefusals((all) => without(all, `${placeName(place)}.`))
      edit(change)
    }
    return {
      setType: (place: KeyPlace, type: KeyChoice) =>
        editKey(place, (saved, draft, { lineSlots }) =>
          withType(saved, draft, place, type, lineSlots[0]?.slot ?? null),
        ),
      setField: (place: KeyPlace, change: Partial<Omit<KeyValue, 'type'>>) =>
        editKey(place, (saved, draft) => withField(saved, draft, place, change)),
      undo: (place: KeyPlace) => editKey(place, (saved, draft) => withoutChange(saved, draft, place)),
      addModule: (id: string) => edit((_, draft) => withModule(draft, id)),
      removeModule: (position: number) => {
        // The places of refusals behind it are no longer theirs.
        setRefusals(noRefusals)
        edit((_, draft) => withoutModule(draft, position))
      },
    }
  }, [keys, setEdit, setRefusals])
}

/** What is looked at: one key, and a page of each part, from 1. */
function useKeyView() {
  const [selected, select] = useState<KeyPlace | null>(null)
  const [pages, setPages] = useState<Readonly<Record<number, number>>>({})
  return {
    selected,
    select,
    pageOf: (module: number) => pages[module] ?? 1,
    setPage: (module: number, page: number) => setPages((all) => ({ ...all, [module]: page })),
  }
}

type Sent = ReturnType<typeof bodyOf> & { draft: Draft }

function useSaveKeys(
  deviceId: string,
  setRefusals: (all: Refusals) => void,
  onDone: (now: DeviceKeys, draft: Draft) => void,
) {
  const sent = useRef<Sent | null>(null)
  return useAction({
    run: async (input: Sent) => {
      sent.current = input
      setRefusals(noRefusals)
      try {
        const params = { path: { deviceId } }
        return await answerOf(api.PUT('/api/devices/{deviceId}/keys', { params, body: input.body }))
      } catch (error) {
        if (error instanceof ApiError && error.code === 'conflict') void refreshAll()
        throw error
      }
    },
    form: {
      getValues: () => knownFields(sent.current),
      fieldOf: (path) => fieldOf(path, sent.current),
      setErrors: (errors) => setRefusals(new Map(Object.entries(errors))),
    },
    onDone: (now, input) => {
      queryClient.setQueryData(deviceKeysQuery(deviceId).queryKey, now)
      onDone(now, input.draft)
    },
  })
}

const keyFields = ['module', 'slot', 'type', 'value', 'label', 'line']

/** `keys.3.value` of the request is `<module>.<slot>.value` here. */
function fieldOf(path: string, sent: Sent | null): string {
  const [noun, index, field] = path.split('.')
  const place = sent?.places[Number(index)]
  return noun === 'keys' && place && field ? `${place}.${keyFields.slice(0, 2).includes(field) ? 'type' : field}` : path
}

function knownFields(sent: Sent | null): object {
  const names = (sent?.places ?? []).flatMap((place) => keyFields.map((field) => `${place}.${field}`))
  const modules = (sent?.body.modules ?? []).map((_, index) => `modules.${index}`)
  return Object.fromEntries([...names, ...modules, 'modules'].map((name) => [name, true]))
}

function without(refusals: Refusals, prefix: string): Refusals {
  const left = [...refusals].filter(([name]) => !name.startsWith(prefix))
  return left.length === refusals.size ? refusals : new Map(left)
}
