/** What a bank has lent a firm, in 万元: limit and balance. */
type Lending = readonly [bank: string, limit: number, balance: number];

export interface DemoFirm {
  name: string;
  county: string;
  trade: string;
  size: 'large' | 'medium' | 'small' | 'micro';
  privateEconomy: boolean;
  /** Division of registration in the credit code, when it is not that of the county. */
  registeredIn?: string;
  listings: readonly ('whiteList' | 'keyFirm' | 'stockListed' | 'aid')[];
  lenders: readonly Lending[];
}

type Row = readonly [name: string, county: string, trade: string, size: DemoFirm['size'], lenders: string];

/** Forty invented firms of the city's trades. Lenders: `bank limit/balance` in 万元, two to five of them. */
const ROWS: readonly Row[] = [
  ['晋江鑫禾鞋业有限公司', 'jinjiang', '鞋服', 'medium', 'jinli 2000/1500, citong 1200/900, haisi 800/800'],
  [
    '晋江跃岚体育用品有限公司',
    'jinjiang',
    '鞋服',
    'large',
    'jinli 8000/6200, haisi 6000/4000, quanshan 500/500',
  ],
  ['晋江宝澜制衣有限公司', 'jinjiang', '鞋服', 'small', 'jinli 300/260, anping 150/150'],
  ['晋江浔溪食品有限公司', 'jinjiang', '食品', 'medium', 'citong 1500/1100, haisi 1000/700'],
  ['晋江沐糖食品有限公司', 'jinjiang', '食品', 'small', 'anping 400/300, jinli 500/420, quanshan 200/200'],
  ['晋江腾屿机械有限公司', 'jinjiang', '装备', 'medium', 'haisi 1600/1600, jinli 900/500'],
  [
    '晋江磁远建材有限公司',
    'jinjiang',
    '陶瓷',
    'medium',
    'jinli 2600/2100, citong 2000/1900, haisi 1500/900, anping 300/300',
  ],
  ['石狮潮织服饰有限公司', 'shishi', '鞋服', 'medium', 'haisi 1800/1400, citong 700/700'],
  ['石狮云幅纺织有限公司', 'shishi', '鞋服', 'small', 'haisi 500/360, jinli 300/300'],
  ['石狮海旻食品有限公司', 'shishi', '食品', 'small', 'anping 260/200, citong 300/280'],
  ['石狮拓晟印染有限公司', 'shishi', '鞋服', 'medium', 'jinli 1500/1500, haisi 1200/900, citong 800/600'],
  ['南安宏砾石业有限公司', 'nanan', '石材', 'medium', 'jinli 1200/1000, anping 600/600, citong 900/700'],
  ['南安岩澄石材有限公司', 'nanan', '石材', 'small', 'anping 350/350, quanshan 200/120'],
  ['南安溪石建材有限公司', 'nanan', '石材', 'medium', 'citong 2200/1800, haisi 1000/1000'],
  ['南安泓阀水暖有限公司', 'nanan', '水暖', 'medium', 'jinli 1800/1300, citong 1500/1200, haisi 600/600'],
  [
    '南安沁源卫浴有限公司',
    'nanan',
    '水暖',
    'large',
    'haisi 5000/3800, jinli 4000/3500, citong 3000/2500, quanshan 600/600, anping 400/400',
  ],
  ['南安铜韵洁具有限公司', 'nanan', '水暖', 'small', 'quanshan 260/260, anping 300/240'],
  ['南安恒锐装备有限公司', 'nanan', '装备', 'medium', 'jinli 2400/1900, haisi 1500/1500'],
  ['德化瓷语陶瓷有限公司', 'dehua', '陶瓷', 'medium', 'citong 1100/900, jinli 800/800'],
  ['德化白岚瓷业有限公司', 'dehua', '陶瓷', 'small', 'anping 320/320, citong 260/200'],
  ['德化窑山工艺有限公司', 'dehua', '陶瓷', 'micro', 'anping 90/90, quanshan 60/60'],
  ['德化拾釉陶瓷有限公司', 'dehua', '陶瓷', 'small', 'jinli 400/310, haisi 300/300'],
  ['安溪藤序家具有限公司', 'anxi', '家具', 'medium', 'jinli 900/700, citong 700/650'],
  ['安溪云岫茶业有限公司', 'anxi', '食品', 'small', 'anping 500/430, jinli 300/200'],
  ['安溪竹隅家居有限公司', 'anxi', '家具', 'small', 'quanshan 220/220, citong 300/260'],
  ['永春香禾食品有限公司', 'yongchun', '食品', 'small', 'anping 280/220, jinli 260/260'],
  ['永春桃溪瓷业有限公司', 'yongchun', '陶瓷', 'micro', 'anping 80/80, quanshan 100/70'],
  ['惠安崇石雕艺有限公司', 'huian', '石材', 'small', 'citong 450/380, anping 260/260'],
  ['惠安泽润食品有限公司', 'huian', '食品', 'medium', 'jinli 1300/900, haisi 900/900'],
  ['惠安远锚装备有限公司', 'huian', '装备', 'large', 'jinli 7000/5600, citong 5000/4800, haisi 4500/3000'],
  ['泉州鲤城锦程服装有限公司', 'licheng', '鞋服', 'small', 'jinli 480/400, citong 350/350'],
  ['泉州鲤城精锐电子有限公司', 'licheng', '装备', 'medium', 'haisi 1400/1100, jinli 1000/1000'],
  ['泉州丰泽树脂工艺有限公司', 'fengze', '家具', 'small', 'citong 380/300, quanshan 180/180'],
  ['泉州丰泽启衡软件有限公司', 'fengze', '装备', 'small', 'jinli 300/200, haisi 200/150'],
  ['泉州洛江泓箱包有限公司', 'luojiang', '鞋服', 'medium', 'jinli 1100/950, citong 900/900'],
  ['泉州洛江锻远机械有限公司', 'luojiang', '装备', 'small', 'anping 360/300, haisi 400/400'],
  ['泉州泉港石化配套有限公司', 'quangang', '装备', 'medium', 'citong 2000/1600, jinli 1800/1800'],
  ['泉州开发区晟芯科技有限公司', 'kaifaqu', '装备', 'medium', 'haisi 1700/1300, jinli 1200/700'],
  ['泉州台商投资区恒木家具有限公司', 'taishang', '家具', 'medium', 'citong 1300/1000, quanshan 400/400'],
  ['福州榕屿鞋材有限公司', 'jinjiang', '鞋服', 'small', 'jinli 520/480, haisi 300/300'],
];

/** Marks in the directory that offices see and banks do not, by firm. */
const LISTINGS: Readonly<Record<string, DemoFirm['listings']>> = {
  晋江跃岚体育用品有限公司: ['keyFirm', 'stockListed'],
  晋江磁远建材有限公司: ['whiteList'],
  石狮拓晟印染有限公司: ['whiteList'],
  南安沁源卫浴有限公司: ['whiteList', 'keyFirm'],
  南安恒锐装备有限公司: ['whiteList'],
  德化瓷语陶瓷有限公司: ['aid'],
  惠安远锚装备有限公司: ['keyFirm'],
  泉州洛江泓箱包有限公司: ['whiteList', 'aid'],
};

/** 担保圈, in 万元: three firms that stand surety for each other in a ring, and a supplier for its customer. */
export const DEMO_GUARANTEES: readonly (readonly [guarantor: string, debtor: string, amount: number])[] = [
  ['晋江磁远建材有限公司', '南安溪石建材有限公司', 1000],
  ['南安溪石建材有限公司', '南安宏砾石业有限公司', 600],
  ['南安宏砾石业有限公司', '晋江磁远建材有限公司', 500],
  ['晋江鑫禾鞋业有限公司', '晋江宝澜制衣有限公司', 150],
];

/** Registered in another city, working in this one: routed by where it works, never by its credit code. */
const REGISTERED_ELSEWHERE: Readonly<Record<string, string>> = { 福州榕屿鞋材有限公司: '350100' };

/** One firm that belongs to the state; the rules for private firms do not reach it. */
const STATE_OWNED = '泉州泉港石化配套有限公司';

export const DEMO_FIRMS: readonly DemoFirm[] = ROWS.map(([name, county, trade, size, lenders]) => {
  const registeredIn = REGISTERED_ELSEWHERE[name];
  return {
    name,
    county,
    trade,
    size,
    privateEconomy: name !== STATE_OWNED,
    listings: LISTINGS[name] ?? [],
    lenders: lenders.split(', ').map(lendingOf),
    ...(registeredIn === undefined ? {} : { registeredIn }),
  };
});

function lendingOf(text: string): Lending {
  const [bank = '', limit, balance] = text.split(/[ /]/);
  return [bank, Number(limit), Number(balance)];
}
