import type { County } from './reference-data.js';

/** GB/T 2260 code of 泉州市, the first jurisdiction. */
export const QUANZHOU = '350500';

/**
 * The counties of Quanzhou: GB/T 2260 knows twelve, of which 金门县 is not administered by the city and is never offered.
 * The two development areas receive reports like counties, but have no code: 泉政办规〔2023〕1号 names them beside the counties.
 */
export const QUANZHOU_COUNTIES: readonly County[] = [
  county('licheng', '鲤城区', 'Licheng District', '350502'),
  county('fengze', '丰泽区', 'Fengze District', '350503'),
  county('luojiang', '洛江区', 'Luojiang District', '350504'),
  county('quangang', '泉港区', 'Quangang District', '350505'),
  county('huian', '惠安县', 'Huian County', '350521'),
  county('anxi', '安溪县', 'Anxi County', '350524'),
  county('yongchun', '永春县', 'Yongchun County', '350525'),
  county('dehua', '德化县', 'Dehua County', '350526'),
  { ...county('jinmen', '金门县', 'Jinmen County', '350527'), administered: false },
  county('shishi', '石狮市', 'Shishi City', '350581'),
  county('jinjiang', '晋江市', 'Jinjiang City', '350582'),
  county('nanan', '南安市', 'Nanan City', '350583'),
  county('kaifaqu', '泉州开发区', 'Quanzhou Development Zone', null),
  county('taishang', '泉州台商投资区', 'Quanzhou Taiwanese Investment Zone', null),
];

function county(key: string, name: string, englishName: string, regionCode: string | null): County {
  return { key, name, englishName, regionCode, administered: true };
}
