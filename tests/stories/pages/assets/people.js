// Shows what was chosen, so that a story can read it.
const told = document.getElementById("told");
told.textContent = "Scripts have run.";
document.getElementById("go").addEventListener("click", () => {
  const call = document.querySelector("input[name=call]:checked")?.id ?? "nothing";
  told.textContent = `${document.getElementById("name").value} said ${call}`;
});
