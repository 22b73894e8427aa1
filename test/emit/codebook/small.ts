/** A little of everything that a codebook shows. */
export const small = `
  codelists:
    yes_no:
      label: { en: Yes or no, ar: نعم أو لا }
      codes:
        yes: { label: { en: Yes, ar: نعم } }
        no: { label: { en: No, ar: لا } }
    region: { label: Region, codes: { n: North, s: South } }
    district:
      label: District
      parent: { codelist: region, column: region }
      codes:
        n1: { label: First, region: n }
        other: { label: Other, special: other }
        none: { label: None, special: none }
        old: { label: Old, region: s, retired: 1.1.0 }
    unused: { codes: { a: A } }
  variables:
    consent:
      type: select_one yes_no
      label: { en: Do you agree?, ar: هل توافق؟ }
      required: yes
      sensitivity: public
    region: { type: select_one region, label: Region }
    district: { type: select_one district, label: District, specify: district_other }
    size:
      id: D-1
      type: integer
      label: { en: Household size, ar: عدد أفراد الأسرة }
      hint: Count the babies too.
      definition: How many people share their food.
      unit: household
      obligation: core
      sensitivity: personal
      identifies: quasi
      hxl: "#population"
      source: { standard: RMS, code: HH01 }
      constraint: . >= 1 and . <= 40
      constraint_message: Between 1 and 40
      default: 1
      soft: [{ when: . > 20, message: Very large }]
      was: [hh_size]
      lock: all
      open: [hint]
    age: { type: integer, label: "How old is \${name}?", relevant: "\${consent} = 'yes'" }
    name: { type: text, label: Name, identifies: direct, sensitivity: sensitive }
    gone: { type: text, label: Gone, retired: { since: 1.1.0, use: size } }
    adults: { type: calculate, label: Adults, calculation: "count(\${name})" }
  checks:
    young_adult:
      label: { en: Young adults, ar: بالغون صغار }
      definition: Ask again how old the person is.
      when: \${age} > 17 and \${size} = 1
      severity: error
      message: { en: "\${age} years in a household of \${size}", ar: \${age} }
    adults_are_members: { sums: { of: [age, adults], to: size }, message: Adults and ages }
    fast: { duration: { under: 8m, over: 2h }, severity: info }
    nowhere: { when: "\${gone} = 'x'" }
    very_old: { when: "sum(\${age}) > 500" }
  modules:
    roster:
      items:
        - repeat: member
          label: { en: Member, ar: فرد }
          repeat_count: \${size}
          items: [name, age]
  forms:
    register:
      title: { en: Register, ar: السجل }
      metadata: [start, end]
      items:
        - consent
        - group: place
          label: { en: Place, ar: المكان }
          relevant: \${consent} = 'yes'
          items: [region, district, size]
        - use: roster
          relevant: \${size} > 0
        - adults
        - { ask: remark, type: text, label: Remark }
    visit:
      title: Visit
      metadata: [start]
      items:
        - ask: size
          as: people
          label: How many are here?
          constraint: . >= 0
          relevant: \${again} = 'yes'
        - { ask: again, type: select_one yes_no or_other, label: Again? }
`;
