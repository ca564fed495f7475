import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { modelsQuery } from '../../queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import type { Model } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { ModelFamilies } from './model-families.tsx'

/** Which device types the installation offers for new devices. */
export function CatalogModels() {
  const query = useQuery(modelsQuery)
  const change = useAction({
    run: ({ id, available }: Pick<Model, 'id' | 'available'>) =>
      answerOf(api.PATCH('/api/models/{modelId}', { params: { path: { modelId: id } }, body: { available } })),
    onDone: (changed) =>
      queryClient.setQueryData(modelsQuery.queryKey, (models) =>
        models?.map((other) => (other.id === changed.id ? changed : other)),
      ),
  })
  return (
    <QueryView query={query}>
      {(models) => (
        <ModelFamilies
          models={models}
          linkTo={(id) => `/catalog/models/${id}`}
          vendorLinkTo={(id) => `/catalog/makers/${id}`}
          onOffer={(model) => change.mutate(model)}
        />
      )}
    </QueryView>
  )
}
