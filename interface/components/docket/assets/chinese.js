// Streamlit says that its page is English, which gives wrong glyph forms and a wrong voice in screen readers, and it names a few
// things in English that a keyboard or a screen reader comes across. Whenever the page has changed, they are named in Chinese.

const NAMES = {
  "App pages": "页面",
  "Navigate to home page": "回到首页",
  Logo: "责任图谱",
  "Clear value": "清除",
  "Clear all": "全部清除",
  Open: "选项",
  Close: "关闭",
  "Copy to clipboard": "复制",
  "Press Enter to apply": "按回车确定",
  "Add files": "添加文件",
  "Remove file": "移除这份文件",
  Sidebar: "页面菜单",
  "Expand sidebar": "展开页面菜单",
  "Collapse sidebar": "收起页面菜单",
  "file upload": "选择要载入的文件",
};
const SAID_OTHERWISE = "[data-testid=stFileUploaderDropzone] p, [data-testid=stFileUploaderDropzoneInstructions] span"; // by pages.css
const ATTRIBUTES = ["aria-label", "alt", "title"];
let waiting = false;
let watching = false;

export function speakChinese() {
  document.documentElement.lang = "zh-CN";
  if (watching) return;
  watching = true;
  rename();
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      rename();
    });
  }).observe(document.body, { childList: true, subtree: true });
}

function rename() {
  for (const attribute of ATTRIBUTES)
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      const name = NAMES[element.getAttribute(attribute)];
      if (name) element.setAttribute(attribute, name);
    }
  for (const element of document.querySelectorAll(SAID_OTHERWISE))
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.data) node.data = "";
  const skip = document.querySelector('a[href="#stMain"]');
  if (skip && skip.textContent !== "跳到正文") skip.textContent = "跳到正文";
}
