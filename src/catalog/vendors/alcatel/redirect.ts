/** Easy Deployment Server: a profile names one server for all of its phones, which then ask there by their MAC. */
export const redirectService = { id: 'alcatel-eds', name: 'ALE EDS' }
