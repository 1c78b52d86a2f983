import type { StageVariant } from './stage-files.ts';

/** The page in the frame. Its script and styles lie beside it. */
export function stageDocument(): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plenum</title>
<link rel="stylesheet" href="stage.css">
<script src="stage.js" defer></script>
</head>
<body><div class="reveal"><div class="slides"></div></div></body>
</html>
`;
}

/**
 * What may happen in the stage document, however it is opened: the sandbox holds without a frame too. Scripts are our own file
 * only, nothing connects anywhere, and pictures of other hosts load in the foreign variant only, without cookies.
 */
export function stagePolicy(variant: StageVariant): Readonly<Record<string, string>> {
  const pictures = variant === 'foreign' ? "'self' data: blob: https: http:" : "'self' data: blob:";
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src ${pictures}`,
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts',
  ].join('; ');
  return {
    'content-security-policy': policy,
    ...(variant === 'foreign' ? { 'cross-origin-embedder-policy': 'credentialless' } : {}),
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), display-capture=(), fullscreen=(), payment=(), usb=()',
  };
}
