// Shows a block of HTML, and follows its links within the app, without loading the page again.
const SOON = 5000 // milliseconds within which a page that was asked for is expected
let moved = 0
let wanted = "" // where the focus goes then: the id of a place on the page, or empty for its title
const shown = new WeakMap()

export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".block")
  root.classList.toggle("dark", isDark(root))
  if (data.announced) root.ariaLive = "polite"
  if (shown.get(root) !== data.html) show(root, data)
  root.onclick = (event) => onClick(event, root)
  root.onkeydown = onTreeKey
  const onKey = (event) => onKeyDown(event, root)
  document.addEventListener("keydown", onKey)
  return () => document.removeEventListener("keydown", onKey)
}

function show(root, data) {
  shown.set(root, data.html)
  root.innerHTML = data.html
  wrapTables(root)
  for (const around of root.querySelectorAll(".scroll")) laidOut.observe(around)
  keepFoldsInAddress([...root.querySelectorAll("details[data-fold]")])
  offerLetters(root)
  if (Date.now() - moved < SOON) arrive(root)
}

function arrive(root) {
  const named = wanted && root.querySelector("#" + CSS.escape(wanted))
  const place = named || root.querySelector("h1")
  if (!place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
  if (named) named.scrollIntoView({ block: "start" })
  moved = 0
  wanted = ""
}

// A table wider than a narrow block scrolls within itself, not the page with it.
function wrapTables(root) {
  for (const table of root.querySelectorAll("table")) {
    if (table.closest(".scroll, .tall")) continue
    const around = document.createElement("div")
    around.className = "scroll"
    table.replaceWith(around)
    around.append(table)
  }
}

// What scrolls can be reached with the keyboard, and is called what its table is called. Asked only
// when the browser has laid it out: to ask sooner would make it do so twice.
const laidOut = new ResizeObserver((entries) => {
  const around = entries.map((entry) => entry.target)
  const scrolls = around.map((one) => one.scrollWidth > one.clientWidth)
  around.forEach((one, place) => nameScrolled(one, scrolls[place]))
})

function nameScrolled(around, scrolls) {
  const name = around.querySelector("caption")?.textContent.trim()
  const told = scrolls && name ? { tabindex: 0, role: "region", "aria-label": name } : {}
  for (const attribute of ["tabindex", "role", "aria-label"]) {
    if (attribute in told) around.setAttribute(attribute, told[attribute])
    else around.removeAttribute(attribute)
  }
}

function onClick(event, root) {
  const link = event.target.closest("a")
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  if (link.dataset.jump) {
    event.preventDefault()
    const place = root.querySelector("#" + CSS.escape(link.dataset.jump))
    if (place.matches("details")) place.open = true
    place.scrollIntoView({ block: "start" })
    const target = place.querySelector(":scope > summary") || place
    target.focus({ preventScroll: true })
  } else if ("go" in link.dataset) {
    event.preventDefault()
    follow(link, root)
  }
}

// The focus goes to the next page's title, whether a link led there or back and forward did, or to
// the place on it that the link names.
window.addEventListener("popstate", () => {
  moved = Date.now()
  wanted = ""
})

// Which folds are open stands in the address as open=one,two once it differs from what is usual, so
// that a link opens the same ones. Names that the page does not know leave it as usual.
function keepFoldsInAddress(folds) {
  if (!folds.length) return
  const opened = () => folds.filter((fold) => fold.open).map((fold) => fold.dataset.fold).join() || "none"
  const usual = opened()
  const asked = (new URLSearchParams(location.search).get("open") || "").split(",")
  if (asked[0] === "none" || folds.some((fold) => asked.includes(fold.dataset.fold))) {
    for (const fold of folds) fold.open = asked.includes(fold.dataset.fold)
  }
  for (const fold of folds) fold.ontoggle = () => fold.isConnected && write(opened(), usual)
}

function write(opened, usual) {
  const address = new URL(location.href)
  if (opened === usual) address.searchParams.delete("open")
  else address.searchParams.set("open", opened)
  if (address.href !== location.href) window.history.replaceState(window.history.state, "", address)
}

// A link with data-shortcut is followed by that key too, unless something is being typed.
function onKeyDown(event, root) {
  const typing = event.composedPath()[0]
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  if (typing.matches?.("input, textarea, select, [contenteditable], [role=radio], [role=option]")) return
  const letter = event.key.length === 1
  if (letter && !lettersOn()) return
  const key = letter ? event.key.toLowerCase() : event.key
  root.querySelector(`[data-shortcut="${CSS.escape(key)}"]`)?.click()
}

// Letters as keys can be switched off, for those whose speech or hands would press them unawares.
const LETTERS = "perfcore-letters"
const lettersOn = () => window.localStorage.getItem(LETTERS) !== "off"

function offerLetters(root) {
  const button = root.querySelector("[data-letters]")
  if (!button) return
  const tell = () => button.setAttribute("aria-pressed", String(lettersOn()))
  button.onclick = () => {
    window.localStorage.setItem(LETTERS, lettersOn() ? "off" : "on")
    tell()
  }
  tell()
}

// Arrow keys lead through a tree: down and up to the next, right to what is below, left to what is above.
function onTreeKey(event) {
  const here = event.target.closest("[data-node]")
  if (!here || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const all = [...here.closest("ul.tree").querySelectorAll("[data-node]")]
  const item = here.closest("li")
  const to = {
    ArrowDown: all[all.indexOf(here) + 1],
    ArrowUp: all[all.indexOf(here) - 1],
    ArrowRight: item.querySelector(":scope li [data-node]"),
    ArrowLeft: item.parentElement.closest("li")?.querySelector("[data-node]"),
  }[event.key]
  if (!to) return
  event.preventDefault()
  to.focus()
}

// The same as pressing the browser's own forward button on an entry that has just been added:
// one entry in its history, and the filters are read from the address.
function follow(link, root) {
  window.history.pushState({}, "", link.href)
  window.dispatchEvent(new PopStateEvent("popstate"))
  wanted = link.dataset.go
  if (wanted) return
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
