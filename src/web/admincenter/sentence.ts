import type { TFunction } from 'i18next'
import { isErrorCode } from '#domain/errors.ts'
import { ApiError } from './api-error.ts'

/** What is wrong and what to do, in the language of the page. */
export function sentenceOfCode(t: TFunction, code: string, params: Record<string, string | number> = {}): string {
  if (isErrorCode(code)) return t(`error.${code}`, { ...params })
  return code === 'offline' ? t('failure.offline') : t('failure.unexpected')
}

export function sentenceOf(t: TFunction, error: unknown): string {
  return error instanceof ApiError ? sentenceOfCode(t, error.code, error.params) : t('failure.unexpected')
}
