import { DatePicker } from 'antd';
import type { ComponentProps } from 'react';
import './day-input.css';

/** A day. Enter takes the day that was typed, and does not send the form with it. */
export function DayInput(handed: ComponentProps<typeof DatePicker>) {
  return (
    <DatePicker
      {...handed}
      style={{ width: '100%' }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
