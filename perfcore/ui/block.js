// Shows a block of HTML, and follows its links within the app, without loading the page again.
let followed = false
const shown = new WeakMap()

export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".block")
  root.classList.toggle("dark", isDark(root))
  if (data.announced) root.ariaLive = "polite"
  if (shown.get(root) !== data.html) show(root, data)
  root.onclick = (event) => onClick(event, root)
  const onKey = (event) => onKeyDown(event, root)
  document.addEventListener("keydown", onKey)
  return () => document.removeEventListener("keydown", onKey)
}

function show(root, data) {
  shown.set(root, data.html)
  root.innerHTML = data.html
  const title = root.querySelector("h1")
  if (title && followed) {
    title.tabIndex = -1
    title.focus({ preventScroll: true })
    followed = false
  }
}

function onClick(event, root) {
  const link = event.target.closest("a")
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  if (link.dataset.jump) {
    event.preventDefault()
    const place = root.querySelector("#" + CSS.escape(link.dataset.jump))
    place.scrollIntoView({ block: "start" })
    place.focus({ preventScroll: true })
  } else if ("go" in link.dataset) {
    event.preventDefault()
    follow(link, root)
  }
}

// A link with data-shortcut is followed by that key too, unless something is being typed.
function onKeyDown(event, root) {
  const typing = event.composedPath()[0]
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  if (typing.matches?.("input, textarea, select, [contenteditable], [role=radio], [role=option]")) return
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  root.querySelector(`[data-shortcut="${CSS.escape(key)}"]`)?.click()
}

// The same as pressing the browser's own forward button on an entry that has just been added:
// one entry in its history, and the filters are read from the address.
function follow(link, root) {
  followed = true
  window.history.pushState({}, "", link.href)
  window.dispatchEvent(new PopStateEvent("popstate"))
  for (let place = root; place; place = place.parentNode || place.host) {
    if (place.scrollTop > 0) place.scrollTop = 0
  }
}

function isDark(root) {
  const colour = getComputedStyle(root).getPropertyValue("--st-background-color").trim()
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour)
  const parts = digits ? digits.slice(1).map((one) => parseInt(one, 16)) : (colour.match(/\d+/g) || [255, 255, 255])
  return Number(parts[0]) + Number(parts[1]) + Number(parts[2]) < 384
}
