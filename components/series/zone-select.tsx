'use client';

import { useOwnZone } from '#components/time/clock.ts';
import { Select, type FieldControl } from '#components/ui/field.tsx';

interface ZoneSelectProps {
  readonly control: FieldControl;
  readonly name: string;
  readonly zones: readonly string[];
}

/** A time zone, preset to the person's own. */
export function ZoneSelect({ control, name, zones }: ZoneSelectProps) {
  const own = useOwnZone('UTC');
  const known = zones.includes(own) ? zones : [own, ...zones];
  return (
    <Select {...control} key={own} name={name} defaultValue={own}>
      {known.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  );
}
