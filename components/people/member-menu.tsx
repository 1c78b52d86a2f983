'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { AskAgain } from '#components/ui/ask-again.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import type { Act } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { MemberView } from '#lib/people/people-views.ts';
import type { PeopleActions } from './people-actions.ts';

const words = messages.people.members;

interface MemberMenuProps {
  readonly member: MemberView;
  readonly manage: boolean;
  readonly act: Act;
  readonly actions: PeopleActions;
}

type Asking = 'remove' | 'handOver' | 'leave';

/** What can be done with one member. */
export function MemberMenu({ member, manage, act, actions }: MemberMenuProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { name, you, id } = member;
  const questions = {
    remove: {
      title: words.removeTitle(name),
      text: words.removeText,
      yes: words.removeYes,
      act: () => actions.remove(id),
    },
    handOver: {
      title: words.handOverTitle(name),
      text: words.handOverText,
      yes: words.handOverYes,
      act: () => actions.handOver(id),
    },
    leave: { title: words.leaveTitle, text: words.leaveText, yes: words.leaveYes, act: actions.leave },
  } as const;
  const question = asking === null ? null : questions[asking];
  return (
    <>
      <Menu
        label={words.menu(name)}
        trigger={
          <Button tone="bare" className="size-11 !px-0 tablet:size-9" aria-label={words.menu(name)}>
            <Ellipsis className="size-4" aria-hidden="true" />
          </Button>
        }
      >
        {you ? (
          <MenuItem onSelect={() => setAsking('leave')}>{words.leave}</MenuItem>
        ) : (
          <>
            {manage && <MenuItem onSelect={() => setAsking('handOver')}>{words.handOver}</MenuItem>}
            {manage && <MenuItem onSelect={() => setAsking('remove')}>{words.remove}</MenuItem>}
          </>
        )}
      </Menu>
      {question !== null && (
        <AskAgain
          title={question.title}
          text={question.text}
          yes={question.yes}
          no={words.keep}
          onYes={() => act.run(question.act)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
