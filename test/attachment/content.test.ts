import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../support/clock.js';
import { aDraft, type Filing, person } from '../support/filings.js';
import { aDocx, aJpeg, anOfd, anXlsx, aPdf, aPng, aText, aZip, sha256 } from './a-file.js';
import { attachmentsSeenBy, upload } from './upload.js';

jest.setTimeout(60_000);

let filing: Filing;
beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  filing = await aDraft();
});
afterAll(releaseClock);

const OOXML = 'application/vnd.openxmlformats-officedocument';

describe('what may be attached, by its content', () => {
  it.each([
    ['借款合同.pdf', aPdf(), 'application/pdf'],
    ['扫描件.png', aPng(), 'image/png'],
    ['现场照片.jpg', aJpeg(), 'image/jpeg'],
    ['现场照片.JPEG', aJpeg(), 'image/jpeg'],
    ['情况说明.docx', aDocx(), `${OOXML}.wordprocessingml.document`],
    ['台账.xlsx', anXlsx(), `${OOXML}.spreadsheetml.sheet`],
    ['批复.ofd', anOfd(), 'application/ofd'],
    ['说明.txt', aText(), 'text/plain'],
  ])('takes %s', async (name, bytes, mediaType) => {
    const answer = await upload(filing, bytes, { name });

    expect(answer).toMatchObject({
      status: 201,
      body: {
        name,
        mediaType,
        size: bytes.length,
        sha256: sha256(bytes),
        addedAt: '2026-06-10T09:30:00.000+08:00',
      },
    });
  });

  it('takes a picture with the notes that a camera writes behind it', async () => {
    const bytes = Buffer.concat([aJpeg(), Buffer.from('SEFH\0\0camera notes')]);

    expect(await upload(filing, bytes, { name: '照片.jpg' })).toMatchObject({ status: 201 });
  });

  it('takes the type that the sender declares, when it is the right one', async () => {
    const text = aText();

    expect(
      await upload(filing, text, { name: '说明.txt', contentType: 'text/plain; charset=utf-8' }),
    ).toMatchObject({ status: 201 });
    expect(await upload(filing, aPdf(), { contentType: 'application/octet-stream' })).toMatchObject({
      status: 201,
    });
  });
});

const EOCD = aZip({});

describe('what is refused, with words that say why', () => {
  it.each<[string, Buffer, string]>([
    ['a web page', aText('<!DOCTYPE html><html></html>'), '页.txt'],
    ['a script in a text', aText('说明 <script>alert(1)</script>'), '说明.txt'],
    [
      'a picture that is a program (SVG)',
      aText('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      '图.png',
    ],
    ['XML', aText('<?xml version="1.0"?><a/>'), '说明.txt'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), '程序.pdf'],
    ['a picture of another kind', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), '图.png'],
    [
      'an old document',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      '说明.docx',
    ],
    ['an archive that is no document', aZip({ 'a.txt': 'a' }), '包.docx'],
    ['an archive that is two documents', aDocx({ 'xl/workbook.xml': 'x' }), '文.docx'],
    ['a document with macros', aDocx({ 'word/vbaProject.bin': 'x' }), '文.docx'],
    ['a document whose parts lie outside it', aDocx({ '../evil.xml': 'x' }), '文.docx'],
    [
      'an encrypted archive',
      aZip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }, { encrypted: true }),
      '文.docx',
    ],
    [
      'an archive with something before it',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('<html>'), aDocx()]),
      '文.docx',
    ],
    ['an archive with something behind it', Buffer.concat([aDocx(), Buffer.from('<html>')]), '文.docx'],
    ['a PDF that is an archive as well', Buffer.concat([aPdf(), aDocx()]), '合同.pdf'],
    ['a PDF that is a web page as well', aPdf('<html><script>x()</script>'), '合同.pdf'],
    ['a PDF without its end', aPdf().subarray(0, 40), '合同.pdf'],
    ['a PNG with something behind it', Buffer.concat([aPng(), Buffer.from('<script>')]), '图.png'],
    ['a PNG without its end', aPng().subarray(0, 40), '图.png'],
    ['a PNG that carries a web page', aPng('<html><body>'), '图.png'],
    ['a JPEG that is an archive as well', Buffer.concat([aJpeg(), EOCD]), '图.jpg'],
    ['a JPEG without its end', aJpeg().subarray(0, 24), '图.jpg'],
    ['text that is no UTF-8', Buffer.from('c7e9bff6cbb5c3f7', 'hex'), '说明.txt'],
    ['text with control characters', aText('说明\u0000\u0007'), '说明.txt'],
    ['text that turns its direction around', aText('说明\u202egnp.exe'), '说明.txt'],
    ['an empty file', Buffer.alloc(0), '空.txt'],
  ])('%s', async (_, bytes, name) => {
    const answer = await upload(filing, bytes, { name });

    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    expect(answer.body.detail).toMatch(/[。]$/);
    expect(await hashesOf(filing)).not.toContain(sha256(bytes));
  });

  it.each([
    ['a name of another kind', { name: '合同.docx' }],
    ['a name without any', { name: '合同' }],
    ['a declared type of another kind', { name: '合同.pdf', contentType: 'image/png' }],
    ['a form', { name: '合同.pdf', contentType: 'multipart/form-data; boundary=x' }],
  ])('a PDF with %s', async (_, options) => {
    expect(await upload(filing, aPdf(), options)).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type', detail: expect.stringMatching(/不符/) },
    });
  });

  it('JSON, which would be read as something else', async () => {
    expect(
      await upload(filing, Buffer.from('{}'), { name: '合同.pdf', contentType: 'application/json' }),
    ).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
  });
});

describe('names', () => {
  it.each([
    ['a path', '../合同.pdf'],
    ['a path of another system', '..\\合同.pdf'],
    ['a control character', '合\u0007同.pdf'],
    ['a character that turns writing around', '合同\u202efdp.exe.pdf'],
    ['an invisible character', '合\u200b同.pdf'],
    ['more than 255 characters', `${'合'.repeat(252)}.pdf`],
    ['nothing', ' '],
  ])('with %s are refused', async (_, name) => {
    expect(await upload(filing, aPdf(), { name })).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ pointer: '/name' }] },
    });
  });

  it('of 255 characters are kept as they are', async () => {
    const name = `${'合'.repeat(251)}.pdf`;

    expect(await upload(filing, aPdf(), { name })).toMatchObject({ status: 201, body: { name } });
  });

  it.each([
    ['extended', 'attachment; filename="x.pdf"; filename*=UTF-8\'\'%E5%90%88%E5%90%8C.pdf', '合同.pdf'],
    ['quoted', 'attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    ['quoted UTF-8', `attachment; filename="${Buffer.from('合同.pdf').toString('latin1')}"`, '合同.pdf'],
    ['bare', 'attachment; filename=contract.pdf', 'contract.pdf'],
  ])('come from the header, %s', async (_, disposition, name) => {
    expect(await upload(filing, aPdf(), { disposition })).toMatchObject({ status: 201, body: { name } });
  });

  it('come from the query where there is no header', async () => {
    const bytes = aPdf();
    const client = await person('jinli.maker');

    const answer = await client.put(
      `${filing.path}/attachments/${sha256(bytes)}?name=${encodeURIComponent('合同.pdf')}`,
      bytes,
    );

    expect(answer).toMatchObject({ status: 201, body: { name: '合同.pdf' } });
  });
});

async function hashesOf(of: Filing): Promise<string[]> {
  const { body } = await attachmentsSeenBy(of, 'jinli.maker');
  return body.items.map((item: { sha256: string }) => item.sha256);
}
