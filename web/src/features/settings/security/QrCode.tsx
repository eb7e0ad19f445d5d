import { QRCodeSVG } from 'qrcode.react';

/** Dark on light in both themes: cameras read nothing else. */
export default function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <QRCodeSVG
      value={text}
      size={184}
      marginSize={3}
      level="M"
      role="img"
      aria-label={label}
      className="rounded-md"
    />
  );
}
