// Adds two numbers in WebAssembly, and tries what a worker must not be able to do: send something away.
onmessage = async ({ data: [one, other] }) => {
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/assets/add.wasm"));
  const away = await fetch("http://127.0.0.1:9/").then(() => "sent", () => "kept");
  postMessage(`sum ${instance.exports.add(one, other)}, ${away}`);
};
