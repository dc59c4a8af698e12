/** Whether a text has a format (JSON Schema 2020-12 validation, section 7.3); an unknown one says nothing. */
export function hasFormat(format: string, text: string): boolean {
  const test = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return test === undefined || test(text);
}

const DATE = /^\d{4}-\d\d-\d\d$/;
/** RFC 3339, section 5.6; a leap second is none that `Date` knows. */
const TIME = /^\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => {
    const [date = '', time = '', ...more] = text.split(/[Tt ]/);
    return more.length === 0 && isDate(date) && isTime(time);
  },
  // A rough look: what it has of digits and letters, and no more of any unit than there is.
  'iso-8601-time-point': (text) =>
    /^\d{4}(-?W\d\d(-?[1-7])?|-?[0-3]\d\d|-[01]\d(-[0-3]\d)?|[01]\d[0-3]\d)?(T[0-2]\d(:?[0-5]\d(:?[0-6]\d)?)?([.,]\d+)?(Z|[+-][0-2]\d(:?[0-5]\d)?)?)?$/.test(
      text,
    ),
  date: isDate,
  time: isTime,
  duration: (text) => /^P(?!$)(\d+[YMWD])*(T(\d+[HMS])+)?$/.test(text),
  email: (text) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/.test(text),
  hostname: (text) => /^(?!-)[a-z\d-]{1,63}(\.[a-z\d-]{1,63})*$/i.test(text),
  ipv4: (text) => /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((it) => +it < 256),
  ipv6: (text) => text.includes(':') && URL.canParse(`http://[${text}]`),
  uri: (text) => /^[a-z][a-z\d+.-]*:/i.test(text) && isReference(text) && URL.canParse(text),
  'uri-reference': isReference,
  uuid: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
  regex: (text) => {
    try {
      return new RegExp(text, 'u') instanceof RegExp;
    } catch {
      return false;
    }
  },
};

function isDate(text: string): boolean {
  return DATE.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

function isTime(text: string): boolean {
  return TIME.test(text) && !Number.isNaN(Date.parse(`2000-01-01T${text.replace(':60', ':59')}`));
}

/** RFC 3986, section 2: only its characters, and percent signs that begin an octet. */
function isReference(text: string): boolean {
  return (
    /^([\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i.test(text) && URL.canParse(text, 'http://a/')
  );
}
