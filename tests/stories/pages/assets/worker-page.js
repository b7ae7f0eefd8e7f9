// Starts a module worker and shows what it answers.
const worker = new Worker("/assets/worker.js", { type: "module" });
worker.onmessage = ({ data }) => { document.getElementById("answer").textContent = data; };
worker.onerror = (event) => { throw new Error(`the worker failed: ${event.message}`); };
worker.postMessage([2, 3]);
