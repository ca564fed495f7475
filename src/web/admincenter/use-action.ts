import { notifications } from '@mantine/notifications'
import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from './api-error.ts'
import { refreshAll } from './query-client.ts'
import { sentenceOf, sentenceOfCode } from './sentence.ts'

/** The part of a Mantine form that takes the refusals of the server. */
interface FormWithErrors {
  getValues: () => object
  setErrors: (errors: Record<string, string>) => void
  /** The form's name of a field, where it is not the first word of the API's. */
  fieldOf?: (path: string) => string
}

interface ActionOptions<Input, Output> {
  run: (input: Input) => Promise<Output>
  /** Field refusals go to its fields; all others become a notification. */
  form?: FormWithErrors
  onDone?: (output: Output, input: Input) => void
  /** Sentence that confirms it. */
  done?: string
}

/** One thing that a person asks the server to do: runs it, loads again what is on screen, says what went wrong. */
export function useAction<Input = void, Output = unknown>(
  options: ActionOptions<Input, Output>,
): UseMutationResult<Output, Error, Input> {
  const { t } = useTranslation()
  return useMutation<Output, Error, Input>({
    mutationFn: options.run,
    onSuccess: (output, input) => {
      void refreshAll()
      if (options.done) notifications.show({ color: 'green', message: options.done })
      options.onDone?.(output, input)
    },
    onError: (error) => {
      if (error instanceof ApiError) {
        if (error.code === 'session.required') return
        const atFields = fieldErrorsOf(error, options.form, (code) => sentenceOfCode(t, code, error.params))
        if (options.form && Object.keys(atFields).length > 0) return options.form.setErrors(atFields)
      }
      notifications.show({ color: 'red', message: sentenceOf(t, error), autoClose: 10_000 })
    },
  })
}

/** The refusals that belong to a field of this form. */
function fieldErrorsOf(
  error: ApiError,
  form: FormWithErrors | undefined,
  sentence: (code: string) => string,
): Record<string, string> {
  if (!form) return {}
  const known = form.getValues()
  const errors: Record<string, string> = {}
  for (const [path, code] of Object.entries(error.fields)) {
    const field = form.fieldOf?.(path) ?? path.split('.')[0] ?? path
    if (Object.hasOwn(known, field)) errors[field] = sentence(code)
  }
  return errors
}
