import { Center, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

/** A page of the Web-Phone: narrow, its name above. */
export function Sheet({ hint, children, below }: { hint?: string; children: ReactNode; below?: ReactNode }) {
  useEffect(() => {
    document.title = 'Web-Phone'
  }, [])
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Stack gap={2} align="center">
          <Title order={1} size="h2">
            Web-Phone
          </Title>
          {hint && <Text c="dimmed">{hint}</Text>}
        </Stack>
        <Paper withBorder p="lg" shadow="sm">
          <Stack>{children}</Stack>
        </Paper>
        {below}
      </Stack>
    </Center>
  )
}
