import { expect, test } from 'vitest';
import { readLanguage } from '../../src/newsroom/language.ts';

function read(title: string, feedLanguage = 'en'): string {
  return readLanguage({ title, description: '', body: '' }, feedLanguage);
}

test.each([
  ['The bank said that it would keep the rate as it is for now', 'en'],
  ['Die Bank will den Zins nach der Sitzung nicht weiter senken', 'de'],
  ['La banque a annoncé que les taux ne seront pas relevés cette année', 'fr'],
  ['El banco dijo que los tipos no subirán hasta el próximo año', 'es'],
  ['O banco disse que não vai subir os juros até o fim do ano', 'pt'],
  ['La banca ha detto che i tassi non saliranno nel corso della riunione', 'it'],
  ['De bank zegt dat het de rente niet zal verhogen voor het einde van het jaar', 'nl'],
  ['Banka faizleri bu yıl için değiştirmeyecek ve daha sonra karar verecek', 'tr'],
  ['Bank nie podniesie stóp w tym roku, ale może to zrobić już po wyborach', 'pl'],
  ['Bank itu tidak akan menaikkan suku bunga pada tahun ini karena inflasi', 'id'],
  ['Ngân hàng sẽ không tăng lãi suất trong năm nay và các quý tới', 'vi'],
  ['비트코인 가격이 하락했다', 'ko'],
  ['ビットコインの価格が下落した', 'ja'],
  ['比特币价格下跌', 'zh'],
  ['Биткоин подешевел, рынок ждёт решения', 'ru'],
  ['Біткоїн подешевшав, ринок чекає рішення', 'uk'],
  ['انخفض سعر البيتكوين', 'ar'],
  ['מחיר הביטקוין ירד', 'he'],
  ['Η τιμή του bitcoin έπεσε', 'el'],
  ['ราคาบิตคอยน์ลดลง', 'th'],
  ['बिटकॉइन की कीमत गिरी', 'hi'],
])('%s', (title, language) => {
  expect(read(title, 'xx')).toBe(language);
});

test('the feed decides where a text is too short to tell', () => {
  expect(read('Bitcoin ETF', 'de')).toBe('de');
  expect(read('Bitcoin ETF', 'de-AT')).toBe('de');
  expect(read('東京市場', 'ja')).toBe('ja');
});

test('a claim that the script speaks against is not believed', () => {
  expect(read('Bitcoin ETF', 'ko')).toBe('und');
  expect(read('비트코인 ETF 승인', 'en')).toBe('ko');
});

test('tickers in Latin letters do not hide the language of the rest', () => {
  expect(read('BTC ETF 순유출 5억 달러, SEC 결정 대기')).toBe('ko');
});

test.each([
  ['Cut prices by 5 per cent to 70 per dollar, la Caixa says', 'en'],
  ['$AAPL i-o-i z-score w-o-w: shares jump https://t.co/na/do/za', 'en'],
  ['Bitcoin stürzt ab, nachdem die Börse gehackt wurde', 'de'],
])('a headline in an English feed: %s', (title, language) => {
  expect(read(title, 'en')).toBe(language);
});
