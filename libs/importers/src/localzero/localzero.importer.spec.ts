import { city, findingsOf, importing, reasonsOf, task, theMeasure } from '../testing/files.js';

describe('a town of LocalZero', () => {
  it('keeps key, name, texts and postcode', () => {
    const fields = {
      municipality_key: '06433012',
      zipcode: '65428',
      url: 'https://stadt.example/',
      teaser: 'Kurz',
      description: 'Lang',
      assessment_administration: 'Verwaltung',
      assessment_action_plan: 'Plan',
      assessment_status: 'Stand',
    };
    expect(importing([city(3, fields)]).municipalities).toMatchObject([
      {
        source: { system: 'LocalZero', town: 'Stadt 3', key: '3' },
        name: 'Stadt 3',
        named: true,
        ags: '06433012',
        published: true,
        described: {
          text: {
            website: 'https://stadt.example/',
            postcode: '65428',
            teaser: 'Kurz',
            description: 'Lang',
            assessments: { administration: 'Verwaltung', plan: 'Plan', status: 'Stand' },
          },
        },
      },
    ]);
  });

  it.each(['', null, undefined])(
    'with the key %j has none, and nothing is said about it',
    (key) => {
      const document = importing([city(1, { municipality_key: key })]);
      expect(document.municipalities[0]).not.toHaveProperty('ags');
      expect(document.findings).toEqual([]);
    },
  );

  it.each(['123', '99000000', 'abcdefgh'])('with the wrong key %s comes in without it', (key) => {
    const document = importing([city(1, { municipality_key: key })]);
    expect(document.municipalities[0]).not.toHaveProperty('ags');
    expect(findingsOf(document)).toEqual([['city 1', 'ags-not-valid']]);
  });

  it('set its target with the resolution', () => {
    const document = importing([city(1, { target_year: 2035, resolution_date: '2021-03-18' })]);
    expect(document.municipalities[0]?.target).toMatchObject({
      occurredOn: '2021-03-18',
      data: { targetYear: 2035, resolvedOn: '2021-03-18' },
    });
  });

  it('without target year has no target, and the day of the resolution is named', () => {
    const document = importing([city(1, { resolution_date: '2021-03-18' })]);
    expect(document.municipalities[0]).not.toHaveProperty('target');
    expect(findingsOf(document)).toEqual([['city 1', 'resolution-without-target']]);
    expect(document.notTaken).toContainEqual({
      what: 'cpmonitor.city.resolution_date',
      count: 1,
      reason: 'not-yet',
    });
  });

  it('loses a wrong value, and only that', () => {
    const document = importing([city(1, { target_year: 'bald', url: 'nirgends', teaser: 'Kurz' })]);
    expect(document.municipalities[0]?.described).toEqual({ text: { teaser: 'Kurz' } });
    expect(reasonsOf(document)).toEqual([
      ['city 1', 'url', 'field/not-a-web-address'],
      ['city 1', 'target_year', 'field/not-an-integer'],
    ]);
  });
});

describe('the local group', () => {
  it('becomes „Wer beobachtet hier?“', () => {
    const group = {
      model: 'cpmonitor.localgroup',
      pk: 1,
      fields: { city: 1, name: 'StadtZero', teaser: 'Wir', website: 'https://zero.example' },
    };
    const document = importing([group, city(1, { supporting_ngos: 'ADFC' })]);
    expect(document.municipalities[0]?.observers).toEqual({
      text: {
        name: 'StadtZero',
        website: 'https://zero.example',
        teaser: 'Wir',
        supporters: 'ADFC',
      },
    });
  });
});

describe('contact data', () => {
  it('stays outside and is counted', () => {
    const document = importing([
      city(1, { contact_name: 'M. Muster', contact_email: 'm@muster.example' }),
      task(1, '0001', { internal_information: 'Anruf bei Frau Beispiel' }),
    ]);
    expect(JSON.stringify(document)).not.toMatch(/Muster|muster\.example|Frau Beispiel/);
    expect(document.notTaken).toEqual([
      { what: 'cpmonitor.city.contact_name', count: 1, reason: 'personal' },
      { what: 'cpmonitor.city.contact_email', count: 1, reason: 'personal' },
      { what: 'cpmonitor.task.internal_information', count: 1, reason: 'personal' },
    ]);
  });

  it('inside a text is taken out, and said', () => {
    const document = importing([
      city(1),
      task(1, '0001', { description: 'Fragen an anna.b+klima@zero-stadt.example, bitte.' }),
    ]);
    expect(theMeasure(document).described?.text?.description).toBe(
      'Fragen an [E-Mail-Adresse entfernt], bitte.',
    );
    expect(findingsOf(document)).toEqual([['task 1', 'e-mail-removed']]);
  });
});

const assessmentOf = (execution_justification: string) =>
  importing([city(1), task(1, '0001', { execution_justification }), task(2, '00010001')])
    .municipalities[0]?.plan.fields[0]?.assessment;

describe('the tree', () => {
  it('makes fields of nodes with children and measures of leaves, in the order of the paths', () => {
    const document = importing([
      city(1),
      task(5, '00020002'),
      task(4, '00020001'),
      task(3, '0003'),
      task(2, '0002', { numchild: 2, execution_status: 4, execution_justification: 'Fertig.' }),
      task(1, '0001'),
    ]);
    const { fields, measures } = document.municipalities[0]!.plan;
    expect(fields).toMatchObject([
      {
        source: { key: '2' },
        order: 1,
        name: 'Maßnahme 2',
        assessment: { scale: 'LOCALZERO', rating: 'DONE', text: { note: 'Fertig.' } },
      },
    ]);
    expect(measures.map(({ source, field, order }) => [source.key, field, order])).toEqual([
      ['1', undefined, 0],
      ['4', '2', 0],
      ['5', '2', 1],
      ['3', undefined, 2],
    ]);
  });

  it('says "unknown" of a field only where somebody wrote why', () => {
    expect(assessmentOf('')).toBeUndefined();
    expect(assessmentOf('Zu früh.')).toMatchObject({
      rating: 'UNKNOWN',
      text: { note: 'Zu früh.' },
    });
  });

  it('never shows what stood below a draft', () => {
    const document = importing([
      city(1),
      task(1, '0001', { draft_mode: true }),
      task(2, '00010001', { draft_mode: false }),
    ]);
    expect(theMeasure(document).published).toBe(false);
    expect(findingsOf(document)).toEqual([['task 2', 'hidden-by-parent']]);
  });

  it('gives a leaf whose drafts were left out as a field, because it has children', () => {
    const tree = [{ id: 1, title: 'Wärme', city: 17, numchild: 2, children: [] }];
    const document = importing(tree);
    expect(document.municipalities[0]?.plan).toMatchObject({
      fields: [{ name: 'Wärme' }],
      measures: [],
    });
    expect(findingsOf(document)).toContainEqual(['task 1', 'children-missing']);
  });
});

describe('the responsible body', () => {
  it('keeps name and explanation', () => {
    const fields = { responsible_organ: 'Baureferat', responsible_organ_explanation: 'Zuständig.' };
    expect(theMeasure(importing([city(1), task(1, '0001', fields)])).responsible).toMatchObject({
      responsibility: 'LEAD',
      text: { name: 'Baureferat', explanation: 'Zuständig.' },
    });
  });

  it('without a name leaves its explanation in the remarks', () => {
    const document = importing([
      city(1),
      task(1, '0001', { responsible_organ_explanation: 'Noch offen.' }),
    ]);
    expect(theMeasure(document)).not.toHaveProperty('responsible');
    expect(theMeasure(document).described?.text?.remarks).toBe('Noch offen.');
    expect(findingsOf(document)).toEqual([['task 1', 'body-not-named']]);
  });
});

const recorded = (source: number) =>
  theMeasure(importing([city(1), task(1, '0001', { source })])).recorded;

describe('a proposal of the observers', () => {
  it('is marked as not being part of the plan', () => {
    expect(recorded(1)).toMatchObject({ ownProposal: true });
    expect(recorded(0)).not.toHaveProperty('ownProposal');
  });
});

describe('saved answers of the interface', () => {
  const tree = [
    { id: 9, title: 'Verkehr', city: 17, numchild: 1, children: [{ id: 10, title: 'Radweg' }] },
  ];
  const town = { id: 17, name: 'Mainz', draft_mode: false, local_group: { id: 1, name: 'Zero' } };

  it.each([
    ['the town and its tasks', { city: town, tasks: tree }],
    ['a list of towns and tasks', { cities: [town], tasks: tree }],
    ['a town that holds its tasks', { ...town, tasks: tree }],
  ])('may be %s', (_, answer) => {
    expect(importing(answer).municipalities).toMatchObject([
      {
        name: 'Mainz',
        published: true,
        observers: { text: { name: 'Zero' } },
        plan: { fields: [{ name: 'Verkehr' }], measures: [{ source: { key: '10' }, field: '9' }] },
      },
    ]);
  });

  it('may be towns alone', () => {
    expect(importing([town, { id: 18, name: 'Worms' }]).municipalities).toMatchObject([
      { name: 'Mainz' },
      { name: 'Worms' },
    ]);
    expect(importing(town).municipalities).toMatchObject([{ name: 'Mainz' }]);
  });

  it('of tasks alone leave the town to be named', () => {
    const document = importing(tree, { fileName: 'saved/mainz.json' });
    expect(document.municipalities).toMatchObject([
      { source: { key: '17' }, name: 'Mainz', named: false },
    ]);
    expect(document.municipalities[0]).not.toHaveProperty('published');
  });

  it('name check lists and charts as not taken over', () => {
    const document = importing({ ...town, cap_checklist: [{ id: 0 }], charts: [{ id: 1 }] });
    expect(document.notTaken.map(({ what }) => what)).toEqual([
      'city.cap_checklist',
      'city.charts',
    ]);
  });
});
