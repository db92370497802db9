export { LiveNotice } from './live-notice.tsx';
