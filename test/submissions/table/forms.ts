import { formOf } from './tables.ts';

/** A household with members, who have bags. */
export const household = await formOf(`
| survey  | type                 | name   | label::English (en)   | label::Arabic (ar) |
|         | text                 | site   | Site **name**         | الموقع             |
|         | begin_group          | hh     | Household / family    | الأسرة             |
|         | integer              | size   | How many people?      | كم؟                |
|         | select_one yn        | agree  | Do you agree?         | هل توافق؟          |
|         | select_multiple need | needs  | What do you need?     | ماذا تحتاج؟        |
|         | end_group            |        |                       |                    |
|         | geopoint             | loc    | Where?                | أين؟               |
|         | date                 | day    | When?                 | متى؟               |
|         | decimal              | income | Income of \${site}    | الدخل              |
|         | begin_repeat         | member | Member                | فرد                |
|         | text                 | name   | Name                  | الاسم              |
|         | integer              | age    | Age                   | العمر              |
|         | begin_repeat         | bag    | Bag                   | حقيبة              |
|         | text                 | inside | What is inside?       | ما بداخلها؟        |
|         | end_repeat           |        |                       |                    |
|         | end_repeat           |        |                       |                    |
| choices | list_name | name  | label::English (en) | label::Arabic (ar) |
|         | yn        | 1     | Yes                 | نعم                |
|         | yn        | 0     | No                  | لا                 |
|         | need      | food  | Food                | غذاء               |
|         | need      | water | Drinking water      | مياه الشرب         |
|         | need      | wash  | Water               | مياه               |
`);

/** Questions that share labels. */
export const alike = await formOf(`
| survey  | type                 | name    | label    |
|         | begin_group          | before  | Before   |
|         | integer              | rooms   | Rooms    |
|         | select_multiple need | lacks   | Lacks    |
|         | end_group            |         |          |
|         | begin_group          | after   | After    |
|         | integer              | rooms_2 | Rooms    |
|         | select_multiple need | lacks_2 | Lacks    |
|         | end_group            |         |          |
|         | select_one shade     | shade   | Shade    |
| choices | list_name | name  | label |
|         | need      | food  | Food  |
|         | need      | bed   | Bed   |
|         | shade     | navy  | Blue  |
|         | shade     | sky   | Blue  |
|         | shade     | rust  | Red   |
`);
