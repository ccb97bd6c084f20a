import '@mantine/core/styles/Radio.layer.css'
import '@mantine/core/styles/Group.layer.css'
import '@mantine/core/styles/Stack.layer.css'
export { Radio } from '@mantine/core'
