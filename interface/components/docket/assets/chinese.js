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
};
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
  const skip = document.querySelector('a[href="#stMain"]');
  if (skip && skip.textContent !== "跳到正文") skip.textContent = "跳到正文";
}
