// A menu button as in the ARIA authoring practices: arrow keys move the focus, Escape closes the menu and returns the focus.
// https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import css from './menu.module.css';

export interface MenuItem {
  readonly name: string;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export function Menu({ label, items }: MenuProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (isOpen) focusItem(list.current, 0);
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      focusItem(list.current, step(currentItem(list.current), items.length));
    } else if (event.key === 'Escape') {
      // Escape would close the popup as well.
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') setOpen(false);
  };

  return (
    <div
      className={css.menu}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={css.button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {DOTS}
      </button>
      {isOpen && (
        <div ref={list} id={menuId} role="menu" aria-label={label} className={css.list}>
          {items.map((item) => (
            <Item key={item.name} item={item} onKeyDown={onKeyDown} onClose={close} />
          ))}
        </div>
      )}
    </div>
  );
}

interface ItemProps {
  readonly item: MenuItem;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClose: () => void;
}

function Item({ item: { name, onChoose }, onKeyDown, onClose }: ItemProps): ReactNode {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={css.item}
      onKeyDown={onKeyDown}
      onClick={() => {
        onClose();
        onChoose();
      }}
    >
      {name}
    </button>
  );
}

const DOTS = (
  <svg viewBox="0 0 16 16" aria-hidden="true" className={css.dots}>
    <circle cx="3" cy="8" r="1.4" />
    <circle cx="8" cy="8" r="1.4" />
    <circle cx="13" cy="8" r="1.4" />
  </svg>
);

const STEPS: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  Home: () => 0,
  End: (_at, length) => length - 1,
};

function itemsOf(list: HTMLElement | null): readonly HTMLElement[] {
  return list === null ? [] : Array.from(list.querySelectorAll<HTMLElement>('[role="menuitem"]'));
}

function currentItem(list: HTMLElement | null): number {
  return itemsOf(list).findIndex((item) => item === document.activeElement);
}

function focusItem(list: HTMLElement | null, index: number): void {
  itemsOf(list)[index]?.focus();
}
