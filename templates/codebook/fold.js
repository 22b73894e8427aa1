// How a search takes letters that people write for each other.
(() => {
  'use strict';
  // Marks and capitals count nothing; letters of Arabic script that people write for each other are one.
  const SAME = { 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ئ': 'ي', 'ؤ': 'و', 'ة': 'ه', 'ک': 'ك', 'ـ': '', 'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i' };
  window.lexiformFold = (text) =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[ٱىیئؤةکـßøłđı]/g, (letter) => SAME[letter])
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
})();
