// BIZ UDPGothic: a typeface drawn to be told apart by everybody (ユニバーサルデザイン), served from here. Loaded after the first
// paint; its 120 pieces are fetched only for the characters on the page.
import '@fontsource/biz-udpgothic/400.css'
import '@fontsource/biz-udpgothic/700.css'
