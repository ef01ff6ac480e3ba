export default function BarePage() {
  return <h1>A bare page</h1>;
}
