import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/Notice.tsx';

/** Catches a fault of drawing, so that a blank page never stands without a word. */
export class CrashNotice extends Component<
  { readonly children: ReactNode },
  { hasCrashed: boolean }
> {
  override state = { hasCrashed: false };
  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }
  override render() {
    return this.state.hasCrashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { errors } = useWords().frame;
  return (
    <main role="alert">
      <EmptyState title={errors.title} text={errors.crash}>
        <Button variant="primary" onPress={() => location.reload()}>
          {errors.reload}
        </Button>
      </EmptyState>
    </main>
  );
}
