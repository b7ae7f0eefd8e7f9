// Does on purpose what stories must notice.
console.error("a quiet complaint");
Promise.reject(new Error("nobody caught this"));
fetch("http://stranger.example/").catch(() => {});
throw new Error("a loud complaint");
