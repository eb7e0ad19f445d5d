import { useEffect, useState } from 'react';
import { useConnection } from '@/client/useConnection';
import { ConnectionNotice } from './ConnectionNotice';

/** A blink of the network is nobody's business: only what lasts longer is told. */
const patienceMs = 1500;

/** Floats above the page while the connection is lost, and moves nothing beneath it. */
export function ConnectionBanner() {
  const { status, retryAt } = useConnection();
  const [patient, setPatient] = useState(true);
  const connected = status === 'online';

  useEffect(() => {
    if (connected) return undefined;
    const timer = setTimeout(() => setPatient(false), patienceMs);
    return () => {
      clearTimeout(timer);
      setPatient(true);
    };
  }, [connected]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-16 z-30 flex justify-center px-4"
    >
      {!connected && !patient && (
        <ConnectionNotice retryAt={status === 'offline' ? retryAt : undefined} />
      )}
    </div>
  );
}
