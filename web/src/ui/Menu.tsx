import { useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { ChevronRight, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { cn } from './cn';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  /** It is gone and the focus returns to the button: the time for a dialog. */
  readonly onClosed?: () => void;
  /** `MenuItem` and `MenuLine`. */
  readonly children: ReactNode;
}

export function Menu({ trigger, align = 'end', onClosed, children }: MenuProps) {
  return (
    // Not modal: what is beneath stays readable, and a press elsewhere reaches what it is meant for.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={looks}
          {...(onClosed && { onCloseAutoFocus: onClosed })}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const looks = 'z-50 min-w-52 animate-pop-in rounded-md bg-raised p-1 shadow-float ring-1 ring-line';

export interface MenuAtProps {
  /** The box it opens beside, CSS pixels in the window. */
  readonly at: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;
  /** Its accessible name. */
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly onClose: () => void;
  /** The focus leaves it: the place for what would lose the focus to a menu that still stands. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

/** An open menu without a button of its own: at the pointer, or beside what was pressed. */
export function MenuAt({ at, label, align = 'start', onClose, onClosed, children }: MenuAtProps) {
  const onFocus = useFirstItem();
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={onClose}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden className="pointer-events-none fixed" style={{ ...boxOf(at) }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-labelledby={undefined}
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onFocus={onFocus}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className={looks}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Who opened it with a key is at its first item: the menu was not there yet to see that key. */
function useFirstItem() {
  const [byKey] = useState(
    () => document.activeElement?.matches(':focus-visible:not(input, textarea)') ?? false,
  );
  const due = useRef(byKey);
  return ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (!due.current || target !== currentTarget) return;
    due.current = false;
    currentTarget.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  };
}

/** A DOMRect's own fields cannot be spread. */
const boxOf = ({ left, top, width, height }: MenuAtProps['at']) => ({ left, top, width, height });

const itemLooks =
  'flex h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 select-none focus:outline-none data-highlighted:bg-hover pointer-coarse:h-11';

export interface MenuItemProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

export function MenuItem({ icon: Icon, children, danger = false, onSelect }: MenuItemProps) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={cn(itemLooks, danger && 'text-danger-ink')}>
      <Icon
        aria-hidden
        className={cn('size-[18px]', !danger && 'text-ink-soft')}
        strokeWidth={1.75}
      />
      {children}
    </DropdownMenu.Item>
  );
}

export interface SubMenuProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** `MenuChoice`s. */
  readonly children: ReactNode;
}

/** An item that opens a few choices beside it. */
export function SubMenu({ icon: Icon, label, children }: SubMenuProps) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={cn(itemLooks, 'data-[state=open]:bg-hover')}>
        <Icon aria-hidden className="size-[18px] text-ink-soft" strokeWidth={1.75} />
        <span className="flex-1">{label}</span>
        <ChevronRight aria-hidden className="size-4 text-ink-faint" strokeWidth={1.75} />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent
          sideOffset={4}
          alignOffset={-4}
          collisionPadding={8}
          className={looks}
        >
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

export function MenuChoice({ children, onSelect }: Pick<MenuItemProps, 'children' | 'onSelect'>) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={itemLooks}>
      {children}
    </DropdownMenu.Item>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}
