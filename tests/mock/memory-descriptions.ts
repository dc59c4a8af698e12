export const HEAD = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example/v1}]
`;

/** Trips: a list in \`data\`, ids by the server, defaults, pages, no change of what was booked. */
export const BOOKINGS = `${HEAD}
paths:
  /bookings:
    get:
      parameters:
        - {name: page, in: query, schema: {type: integer, minimum: 1, default: 1}}
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100, default: 3}}
        - {name: passenger, in: query, schema: {type: string}}
      responses:
        '200':
          description: Bookings.
          content:
            application/json:
              schema:
                properties:
                  data: {type: array, items: {$ref: '#/components/schemas/Booking'}}
                  total: {type: integer}
              example:
                total: 40
                data:
                  - {id: 11111111-1111-4111-8111-111111111111, passenger: Ada, bicycle: true, class: first}
                  - {id: 22222222-2222-4222-8222-222222222222, passenger: Bob, bicycle: false, class: second}
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Booking'}}}}
      responses:
        '201':
          description: Booked.
          headers: {Location: {schema: {type: string}, example: /bookings/33333333-3333-4333-8333-333333333333}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Booking'}
              example: {id: 33333333-3333-4333-8333-333333333333, passenger: Cy, bicycle: true, class: first, note: window, made: '2026-01-01T00:00:00Z'}
  /bookings/{bookingId}:
    parameters: [{name: bookingId, in: path, required: true, schema: {type: string, format: uuid}}]
    get:
      responses:
        '200': {description: A booking., content: {application/json: {schema: {$ref: '#/components/schemas/Booking'}}}}
        '404': {description: None., content: {application/json: {schema: {type: object}, example: {why: gone}}}}
    delete: {responses: {'204': {description: Gone.}}}
  /bookings/{bookingId}/payment:
    parameters: [{name: bookingId, in: path, required: true, schema: {type: string, format: uuid}}]
    post: {responses: {'200': {description: Paid., content: {application/json: {example: {paid: true}}}}}}
components:
  schemas:
    Booking:
      type: object
      required: [id, passenger]
      properties:
        id: {type: string, format: uuid, readOnly: true}
        passenger: {type: string}
        bicycle: {type: boolean, default: false}
        class: {type: string, enum: [first, second], default: second}
        note: {type: string}
        secret: {type: string, writeOnly: true}
        made: {type: string, format: date-time, readOnly: true}
`;

/** Events without a single example, changed by PATCH. */
export const EVENTS = `${HEAD}
paths:
  /special-events:
    get: {responses: {'200': {description: Events., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Event'}}}}}}}
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
      responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}}
  /special-events/{eventId}:
    parameters: [{name: eventId, in: path, required: true, schema: {type: string, format: uuid}}]
    get:
      responses:
        '200': {description: An event., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
        4XX: {description: None., content: {application/json: {schema: {type: object}, example: {why: gone}}}}
    patch:
      requestBody:
        content:
          application/json: &change {schema: {type: object, properties: {name: {type: string}, place: {type: string}, price: {type: number}}}}
          application/merge-patch+json: {schema: {type: object}}
          application/json-patch+json: {schema: {type: array, items: {type: object}}}
      responses:
        '200': {description: An event., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
        '404': {description: None.}
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
      responses: {'200': {description: An event., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}}
    delete: {responses: {'204': {description: Gone.}, '404': {description: None.}}}
components:
  schemas:
    Event:
      type: object
      required: [name]
      properties: {eventId: {type: string, format: uuid, readOnly: true}, name: {type: string}, place: {type: string}, price: {type: number}}
`;

/** Things that clients name, and what belongs to owners. */
export const STORE = `${HEAD}
paths:
  /user:
    post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}, responses: {default: {description: Done.}}}
  /user/{username}:
    parameters: [{name: username, in: path, required: true, schema: {type: string}}]
    get: {responses: {'200': {description: A user., content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}}
    put: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}, responses: {'200': {description: Done.}}}
    delete: {responses: {'200': {description: Gone.}}}
  /owners/{owner}/pets:
    parameters: &owner [{name: owner, in: path, required: true, schema: {type: string}}]
    get: {responses: {'200': {description: Pets., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}, example: []}}}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {id: 7, name: Rex, owner: ada}}}}}
    put:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'200': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
  /owners/{owner}/pets/{id}:
    parameters: [{name: owner, in: path, required: true, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: integer}}]
    get:
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        default: {description: An error., content: {application/json: {schema: {type: object}, example: {code: 1}}}}
components:
  schemas:
    User: {type: object, properties: {username: {type: string}, email: {type: string}}}
    Pet: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}, owner: {type: string}}}
`;
