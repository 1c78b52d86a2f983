import { z } from 'zod';
import { Refusal } from '#lib/errors.ts';
import { together } from './set-together.ts';

/** A bucket that speaks S3, in which pictures lie instead of in the folder for data. */
export interface S3Settings {
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** In front of every name: empty, or with a slash at its end. */
  readonly prefix: string;
}

/** The part of the environment's schema that is about the store of pictures. */
export const s3Shape = {
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .refine((address) => !/[?#]|:\/\/[^/]*@/.test(address))
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[\w.-]{3,63}$/)
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  S3_PREFIX: z
    .string()
    .regex(/^(?!\.)[\w.-]+(?:\/(?!\.)[\w.-]+)*\/?$/)
    .max(200)
    .optional(),
} as const;

/** What is said of a value that will not do. */
export const S3_SAYS: Readonly<Record<string, string>> = {
  S3_ENDPOINT: 'S3_ENDPOINT must be an address such as https://s3.eu-central-1.amazonaws.com or http://minio:9000',
  S3_BUCKET: 'S3_BUCKET must be the name of a bucket: 3 to 63 letters, digits, dots and hyphens',
  S3_REGION: 'S3_REGION must be a region such as eu-central-1',
  S3_PREFIX:
    'S3_PREFIX must be a path such as plenum/pictures: letters, digits, dots, hyphens and slashes between them',
};

type Values = z.infer<z.ZodObject<typeof s3Shape>>;

/** The bucket of pictures, or null for the folder. Refuses half of what belongs together. */
export function s3Settings(values: Values): S3Settings | null {
  const all = together(values, ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']);
  if (all === null) {
    if (values.S3_REGION !== undefined || values.S3_PREFIX !== undefined)
      throw new Refusal('invalid', 'S3_REGION and S3_PREFIX say nothing without S3_ENDPOINT and what belongs to it.');
    return null;
  }
  const prefix = values.S3_PREFIX?.replace(/\/$/, '');
  return {
    endpoint: all.S3_ENDPOINT.replace(/\/+$/, ''),
    bucket: all.S3_BUCKET,
    region: values.S3_REGION ?? 'us-east-1',
    accessKeyId: all.S3_ACCESS_KEY_ID,
    secretAccessKey: all.S3_SECRET_ACCESS_KEY,
    prefix: prefix === undefined ? '' : `${prefix}/`,
  };
}
