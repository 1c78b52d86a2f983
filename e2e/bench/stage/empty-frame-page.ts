// Runs in the browser: each key becomes a message to a sandboxed frame that changes one word. The floor below every preview that
// is shown in such a frame.
const frame = document.createElement('iframe');
frame.setAttribute('sandbox', 'allow-scripts');
frame.srcdoc = `<p data-floor>-</p><script>
const word = document.querySelector('p').firstChild;
addEventListener('message', ({ data }) => { word.data = data; });
</script>`;
document.body.append(frame);
addEventListener('keydown', ({ key }) => frame.contentWindow?.postMessage(key, '*'));
