/** Whether the device has a sheet of its own for sharing. */
export const canShareBySystem = (): boolean => 'share' in navigator;

/** Opens it; whoever closes it again has shared nothing, and nothing is wrong. */
export const shareBySystem = (data: ShareData): void => void navigator.share(data).catch(() => {});
