import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Phone, PhoneState } from './phone.ts'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

/** Digits: in a call they are sent to the other side, else they make the number. */
export function DialPad({ phone, state }: { phone: Phone; state: PhoneState }) {
  const { t } = useTranslation()
  const [number, setNumber] = useState('')
  const [last, setLast] = useState('')
  const talking = state.calls.find((call) => call.state === 'active' && !call.held)
  const press = (key: string) => {
    if (talking) phone.press(talking.id, key)
    else setNumber(number + key)
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    const dialled = number.trim() || last
    if (dialled === '') return
    // What was dialled last comes back before it is dialled again.
    if (number.trim() === '') setNumber(dialled)
    else {
      phone.dial(dialled)
      setLast(dialled)
      setNumber('')
    }
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('webPhone.number')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          size="lg"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <SimpleGrid
          cols={3}
          spacing="xs"
          role="group"
          aria-label={talking ? t('webPhone.tones') : t('webPhone.keypad')}
        >
          {keys.map((key) => (
            <Button key={key} type="button" variant="default" size="lg" onClick={() => press(key)}>
              {key}
            </Button>
          ))}
        </SimpleGrid>
        <Group grow>
          <Button type="submit" color="#1b6429" size="lg" disabled={state.connection !== 'registered'}>
            {number.trim() === '' && last !== '' ? t('webPhone.redial') : t('webPhone.call')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
