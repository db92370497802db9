interface ImportMetaEnv {
  /** Where the API stands, for a static build served from elsewhere. */
  readonly VITE_API_URL?: string;
}
