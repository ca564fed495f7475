import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../../api.ts'
import { ApiError } from '../../../api-error.ts'
import { lineSlotsQuery } from '../../../queries.ts'
import { queryClient } from '../../../query-client.ts'
import type { DeviceDetails, LineSlots } from '../../../types.ts'
import { useAction } from '../../../use-action.ts'
import { isSameDraft, type SlotDraft, slotDraftOf } from './slot-draft.ts'

/** Changes that are not saved, and the reading that they were made on. */
interface Edit {
  base: LineSlots
  draft: SlotDraft
}

export type SlotEditor = ReturnType<typeof useSlotEditor>

/** The slots of a device while they are edited; null where the device has one alone, or before they are read. */
export function useSlotEditor({ device, lineSlots }: DeviceDetails) {
  const { t } = useTranslation()
  const query = useQuery({ ...lineSlotsQuery(device.id), enabled: lineSlots > 1 })
  const [edit, setEdit] = useState<Edit | null>(null)
  const [refusals, setRefusals] = useState<Record<string, string>>({})
  const save = useSaveSlots(device.id, t('action.saved'), setRefusals, () => setEdit(null))
  const reading = edit?.base ?? query.data
  const saved = reading && slotDraftOf(reading)
  return {
    query,
    reading,
    draft: edit?.draft ?? saved,
    saved,
    dirty: edit !== null,
    /** Sentences by slot. */
    refusals,
    change(make: (draft: SlotDraft) => SlotDraft): void {
      if (!reading || !saved) return
      const draft = make(edit?.draft ?? saved)
      setRefusals({})
      setEdit(isSameDraft(saved, draft) ? null : { base: reading, draft })
    },
    discard(): void {
      setEdit(null)
      setRefusals({})
    },
    saving: save.isPending,
    save(): void {
      if (!edit) return
      // What else of the device was changed meanwhile is no contradiction.
      const now = query.data && isSameDraft(slotDraftOf(query.data), slotDraftOf(edit.base)) ? query.data : edit.base
      save.mutate({ version: now.version, slots: [...edit.draft].map(([slot, value]) => ({ slot, ...value })) })
    },
  }
}

type Body = { version: number; slots: { slot: number; lineId: string; fax: boolean }[] }

function useSaveSlots(
  deviceId: string,
  done: string,
  setRefusals: (refusals: Record<string, string>) => void,
  onSaved: () => void,
) {
  const [sent, setSent] = useState<Body['slots']>([])
  return useAction({
    run: async (body: Body) => {
      setSent(body.slots)
      try {
        return await answerOf(api.PUT('/api/devices/{deviceId}/lines', { params: { path: { deviceId } }, body }))
      } catch (error) {
        if (error instanceof ApiError && error.code === 'conflict')
          void queryClient.invalidateQueries({ queryKey: ['deviceLines', deviceId] })
        throw error
      }
    },
    form: {
      getValues: () => Object.fromEntries(sent.map(({ slot }) => [String(slot), slot])),
      setErrors: setRefusals,
      // `slots.<index>.<field>`: the index is that of what was sent.
      fieldOf: (path) => String(sent[Number(path.split('.')[1])]?.slot ?? path),
    },
    done,
    onDone: (reading) => {
      queryClient.setQueryData(lineSlotsQuery(deviceId).queryKey, reading)
      onSaved()
    },
  })
}
