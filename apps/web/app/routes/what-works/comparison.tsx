import { conditions } from "@unclench/knowledge";
export function loader({ params }: { params: { condition: string; pattern: string } }) { return { n: conditions.length, ...params }; }
export default function C({ loaderData }: { loaderData: { condition: string } }) { return <h1>{loaderData.condition}</h1>; }
