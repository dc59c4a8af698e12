import type { ApiModel } from '../../model/api-model.ts';
import { UserError } from '../../base/user-error.ts';
import { placeKeyOf } from '../../wire/credential.ts';
import type { HeaderFields } from '../../wire/exchange.ts';
import { sayHowToGive } from './missing-credentials.ts';

/** Throws where a header is a credential of a security scheme: sent always, it would hide what is sent without. */
export function refuseCredentialHeaders(api: ApiModel, headers: HeaderFields): void {
  for (const [name] of headers) {
    const scheme = [...api.securitySchemes].find(
      ([, it]) => placeKeyOf(it) === `header ${name.toLowerCase()}`,
    );
    if (!scheme) continue;
    throw new UserError('header-is-credential', `--header ${name} is a credential of ${api.name}`, {
      hint: sayHowToGive(api, scheme[0]),
    });
  }
}
