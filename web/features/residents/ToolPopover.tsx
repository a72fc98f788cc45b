import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from '../../ui/Icon.tsx';

/** A tool of the list: a button with its word that opens what can be done. */
export function ToolPopover(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <DialogTrigger>
      <Button className="inline-flex min-h-9 items-center gap-1 rounded-8 px-2 text-14 hover:bg-surface-strong">
        <Icon name={props.icon} className="size-4" />
        {props.label}
      </Button>
      <Popover
        placement="bottom end"
        className="max-h-[min(32rem,75dvh)] w-80 max-w-[calc(100vw-1rem)] overflow-auto rounded-8 border border-line-strong bg-surface text-ink shadow-2"
      >
        <Dialog aria-label={props.title} className="flex flex-col gap-2 p-3 outline-none">
          <p className="font-bold">{props.title}</p>
          {props.children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
