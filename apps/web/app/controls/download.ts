/** Hands a text, or bytes, to the browser as a file. */
export function download(name: string, type: string, contents: string | Uint8Array<ArrayBuffer>): void {
  downloadBlob(name, new Blob([contents], { type }));
}

/** Hands something that is a file already to the browser. */
export function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
