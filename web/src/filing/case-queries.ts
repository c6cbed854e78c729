import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client.js';

export function useFiling(id: string) {
  return useQuery({
    queryKey: ['case', id, 'filing'],
    queryFn: () => answered(api.GET('/api/v1/filings/{id}', { params: { path: { id } } })),
  });
}

export function useActions(id: string) {
  return useQuery({
    queryKey: ['case', id, 'actions'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/filings/{id}/actions', { params: { path: { id } } }))).data.actions,
  });
}

export function useExplanation(id: string) {
  return useQuery({
    queryKey: ['case', id, 'explanation'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/filings/{id}/explain', { params: { path: { id } } }))).data,
  });
}

export function useHistory(id: string) {
  return useQuery({
    queryKey: ['case', id, 'history'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/filings/{id}/history', { params: { path: { id } } }))).data.items,
  });
}
