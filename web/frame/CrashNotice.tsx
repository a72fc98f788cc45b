import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/Notice.tsx';

/**
 * Catches a fault of drawing, or a part that could not be fetched, so that a blank page never stands without a word.
 * Around a place it leaves the way to all others.
 */
export class CrashNotice extends Component<
  {
    readonly children: ReactNode;
    readonly isPart?: boolean;
    /** What is shown in it: when that changes it is tried anew. */
    readonly within?: string;
    /** Where it can be done without. */
    readonly onClose?: () => void;
  },
  { hasCrashed: boolean }
> {
  override state = { hasCrashed: false };
  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }
  override componentDidUpdate({ within }: { readonly within?: string }) {
    if (this.state.hasCrashed && within !== this.props.within) this.setState({ hasCrashed: false });
  }
  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return this.props.isPart ? (
      <div role="alert">
        <Crashed onClose={this.props.onClose} />
      </div>
    ) : (
      <main role="alert">
        <Crashed />
      </main>
    );
  }
}

function Crashed({ onClose }: { readonly onClose?: (() => void) | undefined }) {
  const words = useWords();
  const { errors } = words.frame;
  return (
    <EmptyState title={errors.title} text={errors.crash}>
      <Button variant="primary" onPress={() => location.reload()}>
        {errors.reload}
      </Button>
      {onClose !== undefined && <Button onPress={onClose}>{words.frame.close}</Button>}
    </EmptyState>
  );
}
