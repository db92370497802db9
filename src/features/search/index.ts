export { countFound } from './count-found.tsx';
export { markFound } from './mark-found.tsx';
export { NothingFound } from './nothing-found.tsx';
export { SearchForm } from './search-form.tsx';
