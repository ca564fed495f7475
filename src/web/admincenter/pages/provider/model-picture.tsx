import { Pagination, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeviceDrawing, ModuleDrawing } from '../../drawing/device-drawing.tsx'
import { type DrawnKeys, pageCount } from '../../drawing/key-places.ts'
import type { ModelDetails } from '../../types.ts'
import classes from './model-picture.module.css'

/** The drawing of a model, and of each module that it takes, with the numbers of their keys. */
export function ModelPicture({ model }: { model: ModelDetails }) {
  const [page, setPage] = useState(1)
  const name = `${model.vendorName} ${model.name}`
  return (
    <Stack className={classes.pictures} gap="sm">
      <DeviceDrawing device={model} title={name} page={page} />
      {model.keys && <KeyPages keys={model.keys} page={page} onPage={setPage} label={name} />}
      {model.modules.map((module) => (
        <ModulePicture key={module.id} name={module.name} keys={module.keys} />
      ))}
    </Stack>
  )
}

function ModulePicture({ name, keys }: { name: string; keys: DrawnKeys }) {
  const [page, setPage] = useState(1)
  return (
    <Stack gap="xs" component="figure" m={0}>
      <ModuleDrawing keys={keys} title={name} page={page} />
      <Text component="figcaption" size="sm">
        {name}
      </Text>
      <KeyPages keys={keys} page={page} onPage={setPage} label={name} />
    </Stack>
  )
}

interface KeyPagesProps {
  keys: DrawnKeys
  page: number
  onPage: (page: number) => void
  label: string
}

function KeyPages({ keys, page, onPage, label }: KeyPagesProps) {
  const { t } = useTranslation()
  if (pageCount(keys) < 2) return null
  return (
    <Pagination
      total={pageCount(keys)}
      value={page}
      onChange={onPage}
      size="sm"
      getControlProps={(control) => ({ 'aria-label': t(`catalog.page.${control}`) })}
      getItemProps={(number) => ({ 'aria-label': t('catalog.page.number', { number, name: label }) })}
    />
  )
}
